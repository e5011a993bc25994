package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.Story;
import ai.whatsflow.demo.Waiting;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.load.Market.Device;
import ai.whatsflow.fault.load.Tally.Accepted;
import ai.whatsflow.fault.plan.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A customer who sends: mostly one message at a time, now and then many at once over all devices. */
record Sending(Story story, Customer customer, Insistence insistence, Tally tally, Moments moments) {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SINGLES_BETWEEN_BATCHES = 15;
    private static final int BATCH = 20;

    void run(BooleanSupplier goesOn) {
        for (int i = 1; goesOn.getAsBoolean(); i++) {
            if (i % SINGLES_BETWEEN_BATCHES == 0) {
                sendMany(i);
            } else {
                sendOne(i);
            }
            Waiting.pause(PAUSE);
        }
    }

    /** @param number different for each request of the customer */
    void sendOne(int number) {
        Device device =
                customer.devices().get(Math.floorMod(number, customer.devices().size()));
        Answer answer = insistence.post(
                customer.session(),
                "/api/v1/messages",
                Map.of(
                        "instanceId",
                        device.id(),
                        "to",
                        story.phone(Math.floorMod(number, 1_000)),
                        "text",
                        text(number)));
        if (answer != null) {
            tally.accepted(new Accepted(customer.accountId(), answer.at("/messageId"), 1, false));
            moments.happened(Moment.MESSAGE_ACCEPTED);
        }
    }

    private void sendMany(int number) {
        List<String> recipients =
                IntStream.range(1_000, 1_000 + BATCH).mapToObj(story::phone).toList();
        List<String> devices = customer.devices().stream().map(Device::id).toList();
        Answer answer = insistence.post(
                customer.session(),
                "/api/v1/message-batches",
                Map.of("instanceIds", devices, "text", text(number), "recipients", recipients));
        if (answer != null) {
            tally.accepted(new Accepted(customer.accountId(), answer.at("/batchId"), BATCH, true));
            moments.happened(Moment.MESSAGE_ACCEPTED);
        }
    }

    /** No two requests of a customer have the same text, so that a message is known by text and recipient. */
    private String text(int number) {
        return "Chaos " + story.run() + " " + customer.accountId() + " " + number;
    }
}
