package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.payout.RecordCommission;
import ai.whatsflow.billing.payout.RecordPayout;
import ai.whatsflow.billing.subscription.StartTrial;
import ai.whatsflow.billing.voucher.RecordIssue;
import ai.whatsflow.billing.voucher.RedeemCredit;
import ai.whatsflow.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What billing does with other services' facts. */
@Configuration(proxyBeanMethods = false)
class Consumers {

    @Bean
    EventSubscription trials(StartTrial startTrial) {
        return EventSubscription.forGroup("billing-service.trials")
                .on(AccountV1.TOPIC, AccountV1.TYPES, AccountV1.class, event -> {
                    if (event.payload().isCustomer()) {
                        startTrial.start(
                                event.payload().subscriber(), event.payload().registeredAt());
                    }
                })
                .build();
    }

    @Bean
    EventSubscription vouchers(RedeemCredit redeemCredit, RecordIssue recordIssue) {
        return EventSubscription.forGroup("billing-service.vouchers")
                .on(RedemptionV1.TOPIC, RedemptionV1.REDEEMED, RedemptionV1.class, event -> {
                    RedemptionV1 redemption = event.payload();
                    if (redemption.isCredit()) {
                        redeemCredit.redeem(redemption.redemptionId(), redemption.accountId(), redemption.value());
                    }
                })
                .on(BatchV1.TOPIC, BatchV1.ISSUED, BatchV1.class, event -> {
                    BatchV1 batch = event.payload();
                    if (batch.isCredit()) {
                        recordIssue.record(batch.batchId(), batch.value(), batch.count());
                    }
                })
                .build();
    }

    @Bean
    EventSubscription payouts(RecordCommission recordCommission, RecordPayout recordPayout) {
        return EventSubscription.forGroup("billing-service.payouts")
                .on(CommissionV1.TOPIC, CommissionV1.ACCRUED, CommissionV1.class, event -> {
                    CommissionV1 commission = event.payload();
                    recordCommission.record(commission.commissionId(), commission.subDealerId(), commission.amount());
                })
                .on(PayoutV1.TOPIC, PayoutV1.PAID, PayoutV1.class, event -> {
                    PayoutV1 payout = event.payload();
                    recordPayout.record(payout.payoutId(), payout.subDealerId(), payout.type(), payout.amount());
                })
                .build();
    }
}
