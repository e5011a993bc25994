package ai.whatsflow.fault.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the platform said yes to, and how often it had to be asked. Thread-safe. */
public final class Tally {

    /** A message, or a batch of several. */
    public record Accepted(String account, String id, int messages, boolean batch) {}

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<String> paid = new ArrayList<>();
    private final List<String> redemptions = new ArrayList<>();
    private final List<String> newcomers = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    synchronized void accepted(Accepted messages) {
        accepted.add(messages);
    }

    synchronized void paid(String purchaseId) {
        paid.add(purchaseId);
    }

    synchronized void redeemed(String redemptionId) {
        redemptions.add(redemptionId);
    }

    synchronized void cameNew(String accountId) {
        newcomers.add(accountId);
    }

    /** Something was asked again and again and never answered with yes. */
    synchronized void gaveUp(String what) {
        givenUp.add(what);
    }

    synchronized void refused(String how) {
        refusals.merge(how, 1, Integer::sum);
    }

    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public synchronized long messages() {
        return accepted.stream().mapToInt(Accepted::messages).sum();
    }

    public synchronized List<String> paid() {
        return List.copyOf(paid);
    }

    public synchronized List<String> redemptions() {
        return List.copyOf(redemptions);
    }

    public synchronized List<String> newcomers() {
        return List.copyOf(newcomers);
    }

    public synchronized List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    /** Why requests had to be made again, with how often. */
    public synchronized Map<String, Integer> refusals() {
        return new LinkedHashMap<>(refusals);
    }

    @Override
    public synchronized String toString() {
        return "%d messages in %d requests, %d payments, %d vouchers, %d new customers; asked again %d times"
                .formatted(
                        messages(),
                        accepted.size(),
                        paid.size(),
                        redemptions.size(),
                        newcomers.size(),
                        refusals.values().stream().mapToInt(Integer::intValue).sum());
    }
}
