package ai.whatsflow.node.platform;

import ai.whatsflow.node.registry.Heartbeat;
import ai.whatsflow.node.registry.Registration;
import ai.whatsflow.node.registry.Registry;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

class HttpRegistry implements Registry {

    private record EnrolmentRequest(String enrolmentToken, Map<String, Object> publicKey) {}

    private record EnrolmentAnswer(UUID serverId) {}

    private record RegistrationAnswer(Duration heartbeatInterval, Duration leaseTime) {}

    private final RestClient anonymous;
    private final RestClient authenticated;

    HttpRegistry(RestClient anonymous, RestClient authenticated) {
        this.anonymous = anonymous;
        this.authenticated = authenticated;
    }

    @Override
    public Enrolled enrol(String token, RSAKey publicKey) {
        try {
            EnrolmentAnswer answer = anonymous
                    .post()
                    .uri("/node-api/v1/enrolments")
                    .body(new EnrolmentRequest(token, publicKey.toJSONObject()))
                    .retrieve()
                    .body(EnrolmentAnswer.class);
            return answer == null ? new Enrolled.Unavailable("an empty answer") : new Enrolled.As(answer.serverId());
        } catch (RestClientResponseException e) {
            return e.getStatusCode().is4xxClientError() && e.getStatusCode().value() != 429
                    ? new Enrolled.Refused(e.getStatusCode().value())
                    : new Enrolled.Unavailable(Failures.describe(e));
        } catch (RuntimeException e) {
            return new Enrolled.Unavailable(Failures.describe(e));
        }
    }

    @Override
    public Registered register(Registration registration) {
        try {
            RegistrationAnswer answer = authenticated
                    .post()
                    .uri("/node-api/v1/registrations")
                    .body(registration)
                    .retrieve()
                    .body(RegistrationAnswer.class);
            return answer == null
                    ? new Registered.Unavailable("an empty answer")
                    : new Registered.Every(answer.heartbeatInterval());
        } catch (RuntimeException e) {
            return new Registered.Unavailable(Failures.describe(e));
        }
    }

    @Override
    public Beat heartbeat(Heartbeat heartbeat) {
        try {
            authenticated
                    .post()
                    .uri("/node-api/v1/heartbeats")
                    .body(heartbeat)
                    .retrieve()
                    .toBodilessEntity();
            return new Beat.Taken();
        } catch (RestClientResponseException e) {
            return e.getStatusCode().value() == HttpStatus.CONFLICT.value()
                    ? new Beat.RegisterFirst()
                    : new Beat.Unavailable(Failures.describe(e));
        } catch (RuntimeException e) {
            return new Beat.Unavailable(Failures.describe(e));
        }
    }
}
