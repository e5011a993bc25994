package ai.whatsflow.billing.support;

import ai.whatsflow.platform.test.PlatformIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Billing on real servers, beside a PayHere of the test's own. Jobs run when a test calls them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformIT
@TestPropertySource(properties = "billing.jobs.enabled=false")
@Import(BillingTestConfiguration.class)
public @interface BillingIT {}
