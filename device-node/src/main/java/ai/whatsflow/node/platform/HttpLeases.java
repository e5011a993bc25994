package ai.whatsflow.node.platform;

import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.lease.Leases;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;

class HttpLeases implements Leases {

    private record RenewalRequest(UUID bootId, List<Lease> leases) {}

    private record RenewalAnswer(Duration leaseTime, List<Item> items) {}

    private record Item(UUID instanceId, Verdict result) {}

    private record ReleaseRequest(List<Lease> leases) {}

    private static final Logger LOG = LoggerFactory.getLogger(HttpLeases.class);

    private final RestClient instances;
    private final UUID bootId;

    HttpLeases(RestClient instances, UUID bootId) {
        this.instances = instances;
        this.bootId = bootId;
    }

    @Override
    public Answer renew(List<Lease> leases) {
        try {
            RenewalAnswer answer = instances
                    .post()
                    .uri("/node-api/v1/lease-renewals")
                    .body(new RenewalRequest(bootId, leases))
                    .retrieve()
                    .body(RenewalAnswer.class);
            return answer == null ? new Answer.Unavailable("an empty answer") : verdicts(leases, answer);
        } catch (RuntimeException e) {
            return new Answer.Unavailable(Failures.describe(e));
        }
    }

    private static Answer verdicts(List<Lease> asked, RenewalAnswer answer) {
        Map<UUID, Lease> byInstance = new HashMap<>();
        asked.forEach(lease -> byInstance.put(lease.instanceId(), lease));
        Map<Lease, Verdict> verdicts = new HashMap<>();
        answer.items().forEach(item -> {
            Lease lease = byInstance.get(item.instanceId());
            if (lease != null) {
                verdicts.put(lease, item.result());
            }
        });
        return new Answer.Verdicts(answer.leaseTime(), verdicts);
    }

    @Override
    public void release(List<Lease> leases) {
        try {
            instances
                    .post()
                    .uri("/node-api/v1/lease-releases")
                    .body(new ReleaseRequest(leases))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RuntimeException e) {
            LOG.warn("{} leases were not given back and will run out: {}", leases.size(), Failures.describe(e));
        }
    }
}
