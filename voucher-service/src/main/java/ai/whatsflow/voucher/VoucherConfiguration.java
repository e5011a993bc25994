package ai.whatsflow.voucher;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VoucherConfiguration {
    /** UUIDv7: in the order of their creation. */
    @Bean
    NoArgGenerator ids() {
        return Generators.timeBasedEpochGenerator();
    }

    /** What codes are drawn from. */
    @Bean
    RandomGenerator codeRandom() {
        return new SecureRandom();
    }
}
