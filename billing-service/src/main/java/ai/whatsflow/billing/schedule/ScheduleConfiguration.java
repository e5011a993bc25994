package ai.whatsflow.billing.schedule;

import ai.whatsflow.billing.ledger.AuditLedger;
import ai.whatsflow.billing.payment.AskAgain;
import ai.whatsflow.billing.payment.ExpirePayments;
import ai.whatsflow.billing.payment.ProcessTriggers;
import ai.whatsflow.billing.subscription.ExpireSubscriptions;
import ai.whatsflow.billing.voucher.PlaceSuspense;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Runs the jobs on their own threads; {@code billing.jobs.enabled=false} leaves them to another replica. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "billing.jobs.enabled", matchIfMissing = true)
class ScheduleConfiguration {

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        scheduler.setThreadNamePrefix("billing-jobs-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(15);
        return scheduler;
    }

    @Bean
    BillingJobs billingJobs(
            ProcessTriggers processTriggers,
            AskAgain askAgain,
            ExpirePayments expirePayments,
            ExpireSubscriptions expireSubscriptions,
            PlaceSuspense placeSuspense,
            AuditLedger auditLedger) {
        return new BillingJobs(
                processTriggers, askAgain, expirePayments, expireSubscriptions, placeSuspense, auditLedger);
    }
}
