package ai.whatsflow.platform.money;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Teaches the application's JSON mapper to read and write {@link Money}. */
@AutoConfiguration
public class MoneyAutoConfiguration {

    @Bean
    MoneyJacksonModule moneyJacksonModule() {
        return new MoneyJacksonModule();
    }
}
