package ai.whatsflow.billing.schedule;

import ai.whatsflow.billing.ledger.AuditLedger;
import ai.whatsflow.billing.payment.AskAgain;
import ai.whatsflow.billing.payment.ExpirePayments;
import ai.whatsflow.billing.payment.ProcessTriggers;
import ai.whatsflow.billing.subscription.ExpireSubscriptions;
import ai.whatsflow.billing.voucher.PlaceSuspense;
import org.springframework.scheduling.annotation.Scheduled;

/** When each job looks for work. What is due is decided by the clock inside the job, not by when it runs. */
class BillingJobs {

    private final ProcessTriggers processTriggers;
    private final AskAgain askAgain;
    private final ExpirePayments expirePayments;
    private final ExpireSubscriptions expireSubscriptions;
    private final PlaceSuspense placeSuspense;
    private final AuditLedger auditLedger;

    BillingJobs(
            ProcessTriggers processTriggers,
            AskAgain askAgain,
            ExpirePayments expirePayments,
            ExpireSubscriptions expireSubscriptions,
            PlaceSuspense placeSuspense,
            AuditLedger auditLedger) {
        this.processTriggers = processTriggers;
        this.askAgain = askAgain;
        this.expirePayments = expirePayments;
        this.expireSubscriptions = expireSubscriptions;
        this.placeSuspense = placeSuspense;
        this.auditLedger = auditLedger;
    }

    @Scheduled(fixedDelayString = "${billing.jobs.process-triggers:1s}")
    void processTriggers() {
        processTriggers.process();
    }

    @Scheduled(fixedDelayString = "${billing.jobs.ask-again:15s}")
    void askAgain() {
        askAgain.ask();
    }

    @Scheduled(fixedDelayString = "${billing.jobs.expire-payments:1m}")
    void expirePayments() {
        expirePayments.expire();
    }

    @Scheduled(fixedDelayString = "${billing.jobs.expire-subscriptions:10s}")
    void expireSubscriptions() {
        expireSubscriptions.expire();
    }

    @Scheduled(fixedDelayString = "${billing.jobs.place-suspense:1m}")
    void placeSuspense() {
        placeSuspense.place();
    }

    @Scheduled(fixedDelayString = "${billing.jobs.audit-ledger:10m}")
    void auditLedger() {
        auditLedger.audit();
    }
}
