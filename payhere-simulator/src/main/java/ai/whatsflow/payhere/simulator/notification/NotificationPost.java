package ai.whatsflow.payhere.simulator.notification;

import ai.whatsflow.payhere.simulator.PayhereProperties;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One POST on one new connection, so that copies sent together really arrive side by side. */
@Component
class NotificationPost {
    private static final Logger log = LoggerFactory.getLogger(NotificationPost.class);

    private final PayhereProperties properties;
    private final NotificationForm form;

    NotificationPost(PayhereProperties properties, NotificationForm form) {
        this.properties = properties;
        this.form = form;
    }

    Delivery deliver(Notification notification) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(notification.order().notifyUrl()))
                .timeout(properties.notifyTimeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "PayHere simulator")
                .POST(HttpRequest.BodyPublishers.ofString(form.write(notification)))
                .build();
        try (HttpClient connection = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.notifyTimeout())
                .build()) {
            int status = connection
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return new Delivery(notification.paymentId(), notification.tampering(), status, null);
        } catch (IOException unreachable) {
            log.warn("Notification of order {} failed: {}", notification.order().orderId(), unreachable.toString());
            return new Delivery(notification.paymentId(), notification.tampering(), null, unreachable.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery(notification.paymentId(), notification.tampering(), null, "interrupted");
        }
    }
}
