package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.Payer;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.plan.Cycle;
import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.plan.PackageTerms;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.billing.purchase.Order;
import ai.whatsflow.billing.purchase.Purchase;
import ai.whatsflow.billing.purchase.StartPurchase;
import ai.whatsflow.billing.simulation.AtRest.Redemption;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People at billing's counter: they buy, recharge, confirm and redeem. */
final class Customers {

    private static final Payer PAYER =
            new Payer("Nimal", "Perera", "nimal@example.lk", "+94771234567", "1 Galle Road", "Colombo", "Sri Lanka");
    private static final List<PaymentMethod> METHODS = List.of(
            PaymentMethod.GATEWAY, PaymentMethod.GATEWAY, PaymentMethod.CASH, PaymentMethod.BANK, PaymentMethod.WALLET);

    private final SimulatedDirectory directory;
    private final UseCases useCases;
    private final Books books;
    private final Random random;
    private final PayHereTruth payHere;
    private final Map<UUID, Redemption> redemptions = new LinkedHashMap<>();
    private List<UUID> packages = List.of();

    Customers(Billing billing, UseCases useCases, Books books, Random random, PayHereTruth payHere) {
        this.directory = billing.get(SimulatedDirectory.class);
        this.useCases = useCases;
        this.books = books;
        this.random = random;
        this.payHere = payHere;
    }

    void setUp() {
        UUID owner = SimulatedDirectory.userOf(SimulatedDirectory.OWNER);
        packages = List.of(packageAt("1000.00", owner), packageAt("333.33", owner));
        Money limit = money(random.nextInt(3) * 100_000);
        useCases.setCreditLimit().set(SimulatedDirectory.DEALER.id(), limit, owner);
    }

    Map<UUID, Redemption> redemptions() {
        return redemptions;
    }

    void hearOfTheLateOne() {
        directory.hearOf(SimulatedDirectory.LATE);
    }

    void buy() {
        Account customer = SimulatedDirectory.CUSTOMERS.get(random.nextInt(3));
        PaymentMethod method = METHODS.get(random.nextInt(METHODS.size()));
        boolean mixed = method != PaymentMethod.WALLET && random.nextInt(3) == 0;
        Order order = new Order(
                packages.get(random.nextInt(2)),
                random.nextInt(4) == 0 ? Cycle.ANNUAL : Cycle.MONTHLY,
                method,
                mixed ? money(1 + random.nextInt(33_333)) : null,
                null,
                PAYER);
        StartPurchase.Started started = useCases.startPurchase().start(directory.callerOf(customer), order);
        Purchase purchase = started.purchase();
        goToPayHere(purchase.paymentId(), purchase.accountId(), started.checkout());
    }

    void recharge() {
        List<Account> owners = List.of(SimulatedDirectory.FIRST, SimulatedDirectory.DIRECT, SimulatedDirectory.DEALER);
        Account owner = owners.get(random.nextInt(owners.size()));
        PaymentMethod method = random.nextInt(3) == 0 ? PaymentMethod.CASH : PaymentMethod.GATEWAY;
        var started = useCases.startRecharge()
                .start(directory.callerOf(owner), owner.id(), money(20_000 + random.nextInt(150_000)), method, PAYER);
        goToPayHere(started.payment().id(), owner.id(), started.checkout());
    }

    /** Somebody confirms a payment, whether or not it is theirs to confirm or still pending. */
    void confirm() {
        List<Payment> manual = books.payments().all().stream()
                .filter(payment -> payment.method().isManual())
                .toList();
        if (manual.isEmpty()) {
            return;
        }
        Payment payment = manual.get(Math.max(random.nextInt(manual.size()), random.nextInt(manual.size())));
        Caller caller = directory.callerOf(random.nextBoolean() ? SimulatedDirectory.OWNER : SimulatedDirectory.DEALER);
        useCases.confirmPayment().confirm(caller, payment.id(), "receipt", null);
    }

    /** voucher-service has redeemed a code; it tells once or, after a fault of its own, with a new event again. */
    void redeem(Deliveries deliveries) {
        if (random.nextInt(4) == 0) {
            hearOfTheLateOne();
        }
        List<Account> owners = List.of(
                SimulatedDirectory.FIRST,
                SimulatedDirectory.SECOND,
                SimulatedDirectory.DIRECT,
                SimulatedDirectory.LATE);
        Redemption redemption =
                new Redemption(owners.get(random.nextInt(owners.size())).id(), money(10_000 + random.nextInt(90_000)));
        UUID id = new UUID(0xAA, redemptions.size() + 1);
        redemptions.put(id, redemption);
        deliveries.redeemed(id, redemption);
        if (random.nextInt(3) == 0) {
            deliveries.redeemed(id, redemption);
        }
    }

    private void goToPayHere(UUID paymentId, UUID accountId, @Nullable Checkout checkout) {
        if (checkout != null) {
            Payment payment = books.payments().find(paymentId).orElseThrow();
            payHere.open(paymentId, accountId, payment.amount(), payment.expiresAt());
        }
    }

    private UUID packageAt(String price, UUID by) {
        PackageTerms terms = new PackageTerms(
                "Package " + price,
                null,
                Money.of(price, "LKR"),
                new Limits(1, null, 1000, 10, 1),
                Features.NONE,
                Visibility.PUBLIC);
        return useCases.createPackage().create(terms, by).packageId();
    }

    private static Money money(long minor) {
        return Money.ofMinor(minor, "LKR");
    }
}
