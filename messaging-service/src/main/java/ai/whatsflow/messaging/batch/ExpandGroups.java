package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.recipient.GroupPage;
import ai.whatsflow.messaging.recipient.GroupRecipients;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Expands group batches that are due, one page after the other. The work can be dropped at any point: whoever claims
 * the batch next goes on with the page after the last one stored.
 */
@Component
class ExpandGroups {

    private static final Logger log = LoggerFactory.getLogger(ExpandGroups.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Expansions expansions;
    private final GroupRecipients recipients;
    private final StorePage store;
    private final EndExpansion end;
    private final ExpansionProperties properties;

    ExpandGroups(
            Expansions expansions,
            GroupRecipients recipients,
            StorePage store,
            EndExpansion end,
            ExpansionProperties properties) {
        this.expansions = expansions;
        this.recipients = recipients;
        this.store = store;
        this.end = end;
        this.properties = properties;
    }

    /**
     * Expands one batch as far as contact-service answers.
     *
     * @return whether there was one to expand
     */
    boolean expandNext(BooleanSupplier goOn) {
        Optional<Expansion> claimed = expansions.claim();
        Optional<Expansion> current = claimed;
        while (current.isPresent()) {
            if (!goOn.getAsBoolean()) {
                expansions.postpone(current.get(), Duration.ZERO);
                return true;
            }
            current = expandPage(current.get());
        }
        return claimed.isPresent();
    }

    private Optional<Expansion> expandPage(Expansion expansion) {
        GroupPage page = recipients.page(
                expansion.batch().accountId(), expansion.groupId(), properties.pageSize(), expansion.cursor());
        return switch (page) {
            case GroupPage.Members members -> store.store(expansion, members);
            case GroupPage.Unknown unknown -> {
                end.end(expansion, BatchStatus.FAILED, "The group was deleted.");
                yield Optional.empty();
            }
            case GroupPage.Unreachable unreachable -> {
                postpone(expansion, unreachable.reason());
                yield Optional.empty();
            }
        };
    }

    private void postpone(Expansion expansion, String reason) {
        if (expansion.attempts() + 1 >= properties.giveUpAfter()) {
            end.end(expansion, BatchStatus.FAILED, "Contacts could not be read for too long.");
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(expansion.attempts(), 16));
        Duration delay = pause.compareTo(properties.longestPause()) < 0 ? pause : properties.longestPause();
        log.warn("batch {} waits {} for contacts: {}", expansion.batch().id(), delay, reason);
        expansions.postpone(expansion, delay);
    }
}
