package ai.whatsflow.payhere.simulator.notification;

import ai.whatsflow.payhere.simulator.MerchantSignature;
import ai.whatsflow.payhere.simulator.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Service;

/** Posts the signed result of an order to its {@code notify_url}, as well or as badly as it is asked to. */
@Service
public class NotifyMerchant {
    private final MerchantSignature signature;
    private final NotificationPost post;

    NotifyMerchant(MerchantSignature signature, NotificationPost post) {
        this.signature = signature;
        this.post = post;
    }

    public List<Delivery> tell(Order order, Misbehaviour misbehaviour) {
        List<Notification> notifications = prepare(order, misbehaviour);
        return misbehaviour.concurrently()
                ? atOnce(notifications)
                : notifications.stream().map(post::deliver).toList();
    }

    private List<Notification> prepare(Order order, Misbehaviour misbehaviour) {
        Notification genuine = Notification.of(
                order,
                signature.ofNotification(
                        order.orderId(),
                        order.amount().toPlainString(),
                        order.currency(),
                        order.status().code()));
        List<Notification> notifications = new ArrayList<>();
        for (int copy = 1; copy <= misbehaviour.copies(); copy++) {
            boolean last = copy == misbehaviour.copies();
            notifications.add(last ? genuine.tamperedBy(misbehaviour.tamperingOfOne()) : genuine);
        }
        return notifications;
    }

    private List<Delivery> atOnce(List<Notification> notifications) {
        CountDownLatch start = new CountDownLatch(notifications.size());
        try (ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Delivery>> deliveries = notifications.stream()
                    .map(notification -> lines.submit(() -> {
                        start.countDown();
                        start.await();
                        return post.deliver(notification);
                    }))
                    .toList();
            return deliveries.stream().map(NotifyMerchant::result).toList();
        }
    }

    private static Delivery result(Future<Delivery> delivery) {
        try {
            return delivery.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
