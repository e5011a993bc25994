package ai.whatsflow.platform.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code whatsflow.problem}.
 *
 * @param maxBody the largest request body that is read; more is answered with 413
 */
@ConfigurationProperties("whatsflow.problem")
public record ProblemProperties(@DefaultValue("1MB") DataSize maxBody) {}
