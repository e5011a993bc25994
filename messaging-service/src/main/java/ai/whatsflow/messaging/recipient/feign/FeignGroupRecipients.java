package ai.whatsflow.messaging.recipient.feign;

import ai.whatsflow.messaging.recipient.GroupPage;
import ai.whatsflow.messaging.recipient.GroupRecipients;
import feign.FeignException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Few calls at a time, none while the circuit is open; every failure becomes a value. */
class FeignGroupRecipients implements GroupRecipients {

    private static final Logger log = LoggerFactory.getLogger(FeignGroupRecipients.class);

    private final ContactServiceClient client;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;

    FeignGroupRecipients(ContactServiceClient client, CircuitBreaker circuit, Bulkhead bulkhead) {
        this.client = client;
        this.circuit = circuit;
        this.bulkhead = bulkhead;
    }

    @Override
    public GroupPage page(UUID accountId, UUID groupId, int limit, @Nullable String cursor) {
        Supplier<ContactServiceClient.Answer> call = () -> client.recipients(groupId, accountId, limit, cursor);
        try {
            var answer = Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(circuit, call))
                    .get();
            return new GroupPage.Members(
                    answer.items().stream()
                            .map(ContactServiceClient.Item::phone)
                            .toList(),
                    answer.nextCursor(),
                    answer.total());
        } catch (FeignException.NotFound unknown) {
            return new GroupPage.Unknown();
        } catch (RuntimeException failed) {
            log.warn("contact-service gave no recipients: {}", failed.toString());
            return new GroupPage.Unreachable(failed.getClass().getSimpleName());
        }
    }
}
