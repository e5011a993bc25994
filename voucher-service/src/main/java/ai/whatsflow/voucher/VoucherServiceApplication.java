package ai.whatsflow.voucher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VoucherServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(VoucherServiceApplication.class, arguments);
    }
}
