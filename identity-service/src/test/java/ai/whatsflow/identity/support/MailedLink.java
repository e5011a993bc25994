package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.Await;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a person does with the mail: open the link, choose a password. */
public final class MailedLink {

    private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String link;

    private MailedLink(String link) {
        this.link = link;
    }

    /** Waits for so many mails to the address and opens the last one. */
    public static MailedLink in(KeycloakServer keycloak, String email, int mails) {
        Await.until(
                "mail number " + mails + " to " + email,
                () -> to(keycloak, email).size() >= mails);
        Matcher link = LINK.matcher(text(to(keycloak, email).getLast()));
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        return new MailedLink(link.group());
    }

    public static int count(KeycloakServer keycloak, String email) {
        return to(keycloak, email).size();
    }

    /** Walks through Keycloak's pages as a browser would. */
    public void choosePassword(String password) {
        Document page = get(link);
        for (int step = 0; step < 4 && page.selectFirst("input[name=password-new]") == null; step++) {
            Element onward = page.selectFirst("a[href*=login-actions], a[href*=action-token]");
            if (onward == null) {
                throw new AssertionError("no way on from this page:\n" + page.text());
            }
            page = get(onward.absUrl("href"));
        }
        Element form = page.selectFirst("form:has(input[name=password-new])");
        if (form == null) {
            throw new AssertionError("no form for a password:\n" + page.text());
        }
        String value = URLEncoder.encode(password, StandardCharsets.UTF_8);
        Document end = send(form.absUrl("action"), "password-new=" + value + "&password-confirm=" + value);
        if (end.selectFirst("input[name=password-new]") != null) {
            throw new AssertionError("the password was refused:\n" + end.text());
        }
    }

    private Document get(String url) {
        return send(url, null);
    }

    /** Keeps cookies as browsers do; the JDK's own cookie handler writes them in a form that Keycloak does not read. */
    private Document send(String url, @Nullable String form) {
        URI target = URI.create(url);
        String body = form;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> answer = exchange(target, body);
            answer.headers().allValues("set-cookie").forEach(this::keep);
            if (answer.statusCode() / 100 != 3) {
                return Jsoup.parse(answer.body(), target.toString());
            }
            target = target.resolve(answer.headers().firstValue("location").orElseThrow());
            body = null;
        }
        throw new AssertionError("too many redirects from " + url);
    }

    private HttpResponse<String> exchange(URI target, @Nullable String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private static List<MimeMessage> to(KeycloakServer keycloak, String email) {
        return Stream.of(keycloak.mail().getReceivedMessages())
                .filter(message -> recipients(message).contains(email))
                .toList();
    }

    private static String recipients(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        try {
            if (message.getContent() instanceof Multipart parts) {
                BodyPart plain = parts.getBodyPart(0);
                return plain.getContent().toString();
            }
            return message.getContent().toString();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
