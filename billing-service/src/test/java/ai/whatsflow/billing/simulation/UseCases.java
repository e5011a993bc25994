package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.payment.AskAgain;
import ai.whatsflow.billing.payment.ConfirmPayment;
import ai.whatsflow.billing.payment.ExpirePayments;
import ai.whatsflow.billing.payment.ProcessTriggers;
import ai.whatsflow.billing.payment.ReceiveNotice;
import ai.whatsflow.billing.payout.RecordCommission;
import ai.whatsflow.billing.plan.CreatePackage;
import ai.whatsflow.billing.purchase.StartPurchase;
import ai.whatsflow.billing.receivable.SetCreditLimit;
import ai.whatsflow.billing.recharge.StartRecharge;
import ai.whatsflow.billing.subscription.ExpireSubscriptions;
import ai.whatsflow.billing.voucher.PlaceSuspense;
import ai.whatsflow.billing.voucher.RedeemCredit;

/** What the simulation calls. */
record UseCases(
        CreatePackage createPackage,
        SetCreditLimit setCreditLimit,
        StartPurchase startPurchase,
        StartRecharge startRecharge,
        ConfirmPayment confirmPayment,
        ReceiveNotice receiveNotice,
        ProcessTriggers processTriggers,
        AskAgain askAgain,
        ExpirePayments expirePayments,
        ExpireSubscriptions expireSubscriptions,
        PlaceSuspense placeSuspense,
        RedeemCredit redeemCredit,
        RecordCommission recordCommission) {

    static UseCases of(Billing billing) {
        return new UseCases(
                billing.get(CreatePackage.class),
                billing.get(SetCreditLimit.class),
                billing.get(StartPurchase.class),
                billing.get(StartRecharge.class),
                billing.get(ConfirmPayment.class),
                billing.get(ReceiveNotice.class),
                billing.get(ProcessTriggers.class),
                billing.get(AskAgain.class),
                billing.get(ExpirePayments.class),
                billing.get(ExpireSubscriptions.class),
                billing.get(PlaceSuspense.class),
                billing.get(RedeemCredit.class),
                billing.get(RecordCommission.class));
    }
}
