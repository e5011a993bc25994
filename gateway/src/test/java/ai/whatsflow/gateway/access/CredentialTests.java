package ai.whatsflow.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class CredentialTests {

    private final HttpHeaders headers = new HttpHeaders();

    @Test
    void readsABearerToken() {
        headers.set("Authorization", "bearer abc.def.ghi");
        assertThat(Credential.of(headers)).isInstanceOfSatisfying(Credential.AccessToken.class, shown -> {
            assertThat(shown.token()).isEqualTo("abc.def.ghi");
            assertThat(shown.header()).isEqualTo("bearer abc.def.ghi");
        });
    }

    @Test
    void readsAnApiKeyFromEitherHeader() {
        headers.set("X-API-Key", "wf_abc");
        assertThat(Credential.of(headers)).isEqualTo(new Credential.ApiKey("wf_abc"));

        headers.clear();
        headers.set("Authorization", "Bearer wf_abc");
        assertThat(Credential.of(headers)).isEqualTo(new Credential.ApiKey("wf_abc"));
    }

    @Test
    void refusesNoneAndSeveral() {
        refuses();
        headers.set("Authorization", "Basic b3duZXI6c2VjcmV0");
        refuses();
        headers.set("Authorization", "Bearer");
        refuses();
        headers.set("Authorization", "Bearer a.b.c");
        headers.set("X-API-Key", "wf_abc");
        refuses();
        headers.remove("X-API-Key");
        headers.add("Authorization", "Bearer d.e.f");
        refuses();
    }

    private void refuses() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> Credential.of(headers))
                .satisfies(rejection -> assertThat(rejection.problem()).isEqualTo(GatewayProblem.UNAUTHENTICATED));
    }
}
