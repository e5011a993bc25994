package ai.whatsflow.demo;

import java.util.Map;

/** Access tokens of people, by the direct grant that exists on a local platform only. */
final class SignIn {

    private final Place place;
    private final Http http;

    SignIn(Place place, Http http) {
        this.place = place;
        this.http = http;
    }

    String as(String email, String password) {
        return http.postForm(
                        place.keycloak() + "/realms/whatsflow/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "whatsflow-local",
                                "username",
                                email,
                                "password",
                                password))
                .expect(200)
                .at("/access_token");
    }
}
