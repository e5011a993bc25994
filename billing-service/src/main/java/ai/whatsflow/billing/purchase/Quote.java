package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.security.Account;

/** An order that can be fulfilled: for whom, what, and which part is paid how. */
record Quote(Account account, PackageVersion version, PaymentMethod method, Money walletPart, Money moneyPart) {}
