package ai.whatsflow.serverregistry.enrolment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param tokenLifetime how long an enrolment token can be used */
@ConfigurationProperties("registry.enrolment")
public record EnrolmentProperties(@DefaultValue("24h") Duration tokenLifetime) {}
