package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.PlatformIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service with an identity provider in memory. One context for all tests that use it. */
@PlatformIT
@Import({PeopleConfiguration.class, InMemoryProviderConfiguration.class})
@TestPropertySource(
        properties = {
            "IDENTITY_OWNER_EMAIL=Owner@WhatsFlow.test",
            "IDENTITY_OWNER_NAME=Olivia Owner",
            "IDENTITY_API_KEY_PEPPER=a-pepper-of-the-tests-0123456789abcdef",
            "identity.sign-up.per-source=1000",
            "identity.api-key.limit-per-account=3",
            "identity.api-key.usage-flush-interval=200ms",
            "identity.provisioning.poll-interval=200ms",
            "identity.provisioning.first-retry=100ms",
            "identity.provisioning.longest-retry=300ms",
            "identity.provisioning.lease=2s",
            "identity.provisioning.workers=4",
            "identity.provisioning.reconcile-interval=500ms",
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdentityIT {}
