package ai.whatsflow.contact;

import ai.whatsflow.platform.test.PlatformIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole service with customers to try it; one context for all tests. */
@PlatformIT
@Import({Customers.class, Topics.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ContactIT {}
