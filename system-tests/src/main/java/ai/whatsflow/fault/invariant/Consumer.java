package ai.whatsflow.fault.invariant;

import java.util.List;

/**
 * Who has to have heard of what.
 *
 * @param types what its event types begin with
 */
record Consumer(String group, String producer, List<String> types) {

    static final List<Consumer> ALL = List.of(
            of("billing-service.trials", "identity-service", "identity.account.registered."),
            of("billing-service.vouchers", "voucher-service", "voucher.redemption.redeemed.", "voucher.batch.issued."),
            of("billing-service.payouts", "payout-service", "payout.commission.accrued.", "payout.payout.paid."),
            of("payout-service.invoices", "billing-service", "billing.invoice.paid.", "billing.invoice.cleared."),
            of("messaging-service.entitlements", "billing-service", "billing.subscription."),
            of("instance-service.entitlements", "billing-service", "billing.subscription."),
            of("contact-service.entitlements", "billing-service", "billing.subscription."),
            of("instance-service.lanes", "messaging-service", "messaging.message.queued."),
            of("messaging-service.statuses", "instance-service", "instance.dispatch."),
            of("messaging-service.instances", "instance-service", "instance.session."),
            of("instance-service.nodes", "server-registry-service", "registry.server-health."));

    String service() {
        return group.substring(0, group.indexOf('.'));
    }

    private static Consumer of(String group, String producer, String... types) {
        return new Consumer(group, producer, List.of(types));
    }
}
