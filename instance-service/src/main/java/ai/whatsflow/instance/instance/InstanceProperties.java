package ai.whatsflow.instance.instance;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param engines the engines an instance can be created for */
@Validated
@ConfigurationProperties("instance")
public record InstanceProperties(
        @DefaultValue("simulated") @NotEmpty Set<String> engines) {}
