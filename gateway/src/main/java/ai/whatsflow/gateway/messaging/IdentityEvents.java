package ai.whatsflow.gateway.messaging;

import ai.whatsflow.gateway.directory.Account;
import ai.whatsflow.gateway.directory.Directory;
import ai.whatsflow.gateway.directory.Modules;
import ai.whatsflow.gateway.directory.PermissionSet;
import ai.whatsflow.gateway.directory.Plans;
import ai.whatsflow.gateway.directory.RevokedApiKeys;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.platform.inbox.EventSubscription;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Fills the projections: in every replica, from the beginning. Revoked keys are read by a subscription of their own, so
 * that their tombstones never wait behind a flood of other events.
 */
@Configuration(proxyBeanMethods = false)
public class IdentityEvents {

    @Bean
    EventSubscription directoryEvents(Directory directory) {
        return EventSubscription.forEveryReplica("gateway.directory")
                .on(
                        AccountStateV1.TOPIC,
                        Set.of(
                                "identity.account.registered.v1",
                                "identity.account.suspended.v1",
                                "identity.account.reinstated.v1",
                                "identity.account.closed.v1"),
                        AccountStateV1.class,
                        event -> directory.put(account(event.payload())))
                .on(
                        UserStateV1.TOPIC,
                        Set.of(
                                "identity.user.registered.v1",
                                "identity.user.changed.v1",
                                "identity.user.disabled.v1",
                                "identity.user.permissions-assigned.v1"),
                        UserStateV1.class,
                        event -> directory.put(user(event.payload())))
                .on(
                        PermissionSetStateV1.TOPIC,
                        "identity.permission-set.defined.v1",
                        PermissionSetStateV1.class,
                        event -> directory.put(permissionSet(event.payload())))
                .fromBeginning()
                .build();
    }

    @Bean
    EventSubscription revokedApiKeyEvents(RevokedApiKeys revoked) {
        return EventSubscription.forEveryReplica("gateway.api-keys")
                .on(
                        ApiKeyStateV1.TOPIC,
                        "identity.api-key.revoked.v1",
                        ApiKeyStateV1.class,
                        event -> revoked.add(event.payload().apiKeyId()))
                .fromBeginning()
                .build();
    }

    @Bean
    EventSubscription planEvents(Plans plans) {
        return EventSubscription.forEveryReplica("gateway.plans")
                .on(
                        SubscriptionStateV1.TOPIC,
                        Set.of(
                                "billing.subscription.started.v1",
                                "billing.subscription.changed.v1",
                                "billing.subscription.expired.v1"),
                        SubscriptionStateV1.class,
                        event -> subscribed(plans, event.payload()))
                .fromBeginning()
                .build();
    }

    private static void subscribed(Plans plans, SubscriptionStateV1 told) {
        plans.put(told.accountId(), told.version(), told.status().equals("EXPIRED") ? null : told.plan());
    }

    private static Account account(AccountStateV1 told) {
        return new Account(
                told.accountId(), told.version(), told.parentId(), told.status().equals("ACTIVE"));
    }

    private static User user(UserStateV1 told) {
        Instant revokedAt = told.sessionsRevokedAt();
        Set<UUID> permissionSetIds = told.permissionSetIds();
        return new User(
                told.userId(),
                told.version(),
                told.accountId(),
                told.tier(),
                told.status().equals("ACTIVE"),
                permissionSetIds == null ? Set.of() : permissionSetIds,
                revokedAt == null ? Long.MIN_VALUE : revokedAt.toEpochMilli());
    }

    private static PermissionSet permissionSet(PermissionSetStateV1 told) {
        return new PermissionSet(told.permissionSetId(), told.version(), Modules.of(told.permissions()));
    }
}
