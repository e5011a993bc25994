package ai.whatsflow.messaging;

import ai.whatsflow.platform.test.PlatformIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole service with senders to try it and a contact-service that does as it is told. */
@PlatformIT
@Import({Senders.class, Topics.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface MessagingIT {}
