package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.memory.Blocked;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.payment.payhere.SimulatedPayHere;
import ai.whatsflow.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/**
 * One seed at a time: a crowd does things in random order at random times, everything that can go wrong does, others
 * come in wherever a transaction waits or a provider is asked. Then the faults cease, and what is due is done until
 * nothing is.
 */
final class Simulation {

    private static final int STEPS = 60;
    private static final int DEEPEST = 2;
    private static final int ROUNDS_TO_REST = 150;

    private final Billing billing;
    private final UseCases useCases;
    private final Books books;

    private @Nullable Run run;

    Simulation(Billing billing) {
        this.billing = billing;
        this.useCases = UseCases.of(billing);
        this.books = Books.of(billing);
    }

    /** @throws Violation with the last steps, if a promise is broken */
    Trace run(Random random) {
        Run next = new Run(random);
        run = next;
        try {
            next.explore();
            next.comeToRest();
        } catch (Violation broken) {
            throw new Violation(
                    "at step " + next.trace.size() + ": " + broken.getMessage() + "\n" + next.trace.last(), broken);
        }
        return next.trace;
    }

    private final class Run {

        final Trace trace = new Trace();
        private final Random random;
        private final VirtualClock clock = billing.get(VirtualClock.class);
        private final PayHereTruth truth = new PayHereTruth();
        private final Promises promises = new Promises(books);
        private final Chances chances;
        private final PayerModel payers;
        private final Customers customers;
        private final Deliveries deliveries;
        private int depth;
        private int left = STEPS;

        Run(Random random) {
            this.random = random;
            this.chances = new Chances(random, promises, this::others);
            this.payers = new PayerModel(random, truth);
            clock.reset();
            billing.get(SimulatedDirectory.class).reset();
            billing.get(InMemoryDatabase.class).reset(chances);
            billing.get(EventLog.class).reset();
            billing.get(SimulatedPayHere.class)
                    .answerWith(new Retrieval(random, clock, truth, chances, this::isBooked, this::others)::answer);
            this.customers = new Customers(billing, useCases, books, random, truth);
            this.deliveries = new Deliveries(billing, useCases, random, chances);
        }

        void explore() {
            customers.setUp();
            chances.rest(false);
            while (left > 0) {
                clock.advance(pause());
                step();
            }
        }

        void comeToRest() {
            chances.rest(true);
            customers.hearOfTheLateOne();
            for (int round = 0; round < ROUNDS_TO_REST; round++) {
                doWhatIsDue();
                Instant due = nextDue();
                if (due == null) {
                    attempt("suspense", useCases.placeSuspense()::place);
                    attempt("deliver everything", deliveries::everything);
                    new AtRest(books, promises, truth, customers.redemptions())
                            .check(
                                    billing.get(PayoutModel.class),
                                    billing.get(EventLog.class).log());
                    return;
                }
                clock.moveTo(due);
            }
            throw new Violation("nothing stays open for ever: something is due again and again");
        }

        private void doWhatIsDue() {
            attempt("triggers", useCases.processTriggers()::process);
            attempt("questions", useCases.askAgain()::ask);
            attempt("expiry", useCases.expirePayments()::expire);
        }

        private @Nullable Instant nextDue() {
            Stream<Instant> payments = books.payments().all().stream()
                    .filter(payment -> payment.status() == PaymentStatus.PENDING || !truth.hasOnlyUnfit(payment.id()))
                    .map(payment -> payment.provider() == null
                                    && payment.settledAt() == null
                                    && payment.status() == PaymentStatus.PENDING
                            ? payment.expiresAt()
                            : payment.nextAskAt())
                    .filter(Objects::nonNull);
            return Stream.concat(payments, books.triggers().nextDue().stream())
                    .min(Instant::compareTo)
                    .orElse(null);
        }

        private void others() {
            if (depth >= DEEPEST) {
                return;
            }
            depth++;
            try {
                for (int more = 1 + random.nextInt(2); more > 0 && left > 0; more--) {
                    clock.advance(Duration.ofMillis(1 + random.nextInt(3000)));
                    step();
                }
            } finally {
                depth--;
            }
        }

        private void step() {
            left--;
            int choice = random.nextInt(100);
            if (choice < 14) {
                attempt("buy", customers::buy);
            } else if (choice < 18) {
                attempt("recharge", customers::recharge);
            } else if (choice < 28) {
                attempt("confirm", customers::confirm);
            } else if (choice < 46) {
                attempt("pay", () -> trace(payers.act(clock.instant())));
            } else if (choice < 60) {
                attempt("notify", this::receiveOne);
            } else if (choice < 62) {
                attempt("forge", this::forge);
            } else if (choice < 72) {
                attempt("triggers", useCases.processTriggers()::process);
            } else if (choice < 80) {
                attempt("questions", useCases.askAgain()::ask);
            } else if (choice < 83) {
                attempt("expiry", useCases.expirePayments()::expire);
            } else if (choice < 84) {
                attempt("end of periods", useCases.expireSubscriptions()::expire);
            } else if (choice < 86) {
                attempt("suspense", useCases.placeSuspense()::place);
            } else if (choice < 90) {
                attempt("redeem a voucher", () -> customers.redeem(deliveries));
            } else if (choice < 94) {
                attempt("relay", deliveries::relay);
            } else {
                attempt("deliver", deliveries::deliver);
            }
        }

        private void attempt(String what, Runnable step) {
            trace(what);
            try {
                step.run();
            } catch (Crash crash) {
                trace("crash");
            } catch (Blocked blocked) {
                trace("blocked");
            } catch (ProblemException refused) {
                trace("refused: " + refused.type().slug());
            } catch (TransientDataAccessException failed) {
                trace("failed");
            } catch (RuntimeException unexpected) {
                throw new Violation("no step fails unforeseen: " + unexpected, unexpected);
            }
        }

        private void trace(String what) {
            trace.add(clock.instant(), depth, what);
        }

        private void receiveOne() {
            if (payers.hasNotices()) {
                receive(payers.next());
            }
        }

        private void receive(Map<String, String> form) {
            trace("status " + form.get("status_code"));
            useCases.receiveNotice().receive("PAYHERE", form);
            if (random.nextInt(3) > 0) {
                useCases.processTriggers().process();
            }
        }

        private void forge() {
            truth.orders().stream()
                    .findAny()
                    .ifPresent(order -> Promises.promise(
                            !useCases.receiveNotice().receive("PAYHERE", payers.forged(order)),
                            "a forged notification is refused"));
        }

        private boolean isBooked(String providerPaymentId) {
            return books.payments().all().stream()
                    .anyMatch(payment -> providerPaymentId.equals(payment.providerPaymentId()));
        }

        private Duration pause() {
            int kind = random.nextInt(100);
            if (kind < 65) {
                return Duration.ofMillis(1 + random.nextInt(3_000));
            }
            if (kind < 88) {
                return Duration.ofSeconds(5 + random.nextInt(900));
            }
            if (kind < 97) {
                return Duration.ofMinutes(20 + random.nextInt(300));
            }
            return kind < 99 ? Duration.ofHours(10 + random.nextInt(80)) : Duration.ofDays(10 + random.nextInt(20));
        }
    }
}
