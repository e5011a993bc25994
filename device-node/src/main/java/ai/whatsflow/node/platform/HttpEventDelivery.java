package ai.whatsflow.node.platform;

import ai.whatsflow.node.eventlog.EventDelivery;
import ai.whatsflow.node.eventlog.NodeEvent;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

class HttpEventDelivery implements EventDelivery {

    private record EventsRequest(UUID bootId, List<NodeEvent> events) {}

    private record EventsAnswer(long ackedThrough) {}

    /** Unreadable, too large, invalid: the same batch would get the same answer for ever. */
    private static final Set<Integer> FINAL = Set.of(400, 413, 422);

    private final RestClient instances;
    private final UUID bootId;

    HttpEventDelivery(RestClient instances, UUID bootId) {
        this.instances = instances;
        this.bootId = bootId;
    }

    @Override
    public Receipt deliver(List<NodeEvent> events) {
        try {
            EventsAnswer answer = instances
                    .post()
                    .uri("/node-api/v1/events")
                    .body(new EventsRequest(bootId, events))
                    .retrieve()
                    .body(EventsAnswer.class);
            return answer == null
                    ? new Receipt.Unavailable("an empty answer")
                    : new Receipt.AcknowledgedThrough(answer.ackedThrough());
        } catch (RestClientResponseException e) {
            int status = e.getStatusCode().value();
            return FINAL.contains(status) ? new Receipt.Refused(status) : new Receipt.Unavailable(Failures.describe(e));
        } catch (RuntimeException e) {
            return new Receipt.Unavailable(Failures.describe(e));
        }
    }
}
