package ai.whatsflow.instance.runtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this process places sessions and sends messages
 * @param placementInterval how often free sessions are looked for, besides when something happens
 * @param tick how soon a busy node is looked at again, and not sooner: each look costs transactions and a request, however
 *     little there is to do, so what comes meanwhile gathers
 * @param idlePoll how often a node without work is looked at, besides when something happens
 * @param endingInterval how often messages whose time is over are looked for
 */
@ConfigurationProperties("instance.runtime")
public record RuntimeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration placementInterval,
        @DefaultValue("20ms") Duration tick,
        @DefaultValue("250ms") Duration idlePoll,
        @DefaultValue("15s") Duration endingInterval) {}
