package ai.whatsflow.instance.node.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a node may take to accept a connection and to answer. */
@ConfigurationProperties("instance.node")
record HttpNodeProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {}
