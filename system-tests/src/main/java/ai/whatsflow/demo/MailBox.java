package ai.whatsflow.demo;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the mails that the local SMTP sink has kept. */
final class MailBox {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+/login-actions/action-token[^\\s\"'<>]+");

    private final Place place;
    private final Http http;

    MailBox(Place place, Http http) {
        this.place = place;
        this.http = http;
    }

    /** The one-time link of the newest mail to that address. */
    String awaitLink(String address) {
        return Waiting.forValue("the mail to " + address, Duration.ofSeconds(30), () -> {
            Answer answer = http.get(place.mail() + "/api/user/" + Http.encode(address) + "/messages");
            if (answer.status() != 200) {
                return null;
            }
            String found = null;
            for (JsonNode mail : answer.json()) {
                Matcher link = LINK.matcher(plain(mail.path("mimeMessage").asString("")));
                if (link.find()) {
                    found = link.group().replace("&amp;", "&");
                }
            }
            return found;
        });
    }

    /** Undoes quoted-printable: soft line breaks and {@code =3D}. */
    private static String plain(String mime) {
        return mime.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
    }
}
