package ai.whatsflow.payhere.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole simulator on a random port with a data directory of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "payhere.merchant-id=" + MerchantFixture.MERCHANT_ID,
            "payhere.merchant-secret=" + MerchantFixture.MERCHANT_SECRET,
            "payhere.app-id=" + MerchantFixture.APP_ID,
            "payhere.app-secret=" + MerchantFixture.APP_SECRET,
            "payhere.data-directory=${java.io.tmpdir}/payhere-simulator-it-${random.uuid}"
        })
@Import(SteppingClock.class)
public @interface SimulatorTest {}
