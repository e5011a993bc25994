package ai.whatsflow.identity.permission;

import ai.whatsflow.platform.security.Tier;
import java.util.List;

/** The permission sets that every platform has. They are rows like any other; this is what the rows are kept at. */
public enum BuiltInPermissionSet {
    SUPER_ADMIN(List.of("*:*")),
    SUPPORT_ADMIN(readOfAllBut("ledger")),
    FINANCE_ADMIN(List.of(
            "payments:*",
            "invoices:read",
            "ledger:read",
            "payouts:read",
            "payouts:approve",
            "payouts:pay",
            "credit-limits:*",
            "packages:read",
            "subscriptions:read",
            "accounts:read",
            "commissions:read")),
    READ_ONLY(List.of("*:read")),
    SUBDEALER(List.of(
            "accounts:create",
            "accounts:read",
            "accounts:update",
            "users:read",
            "purchases:create",
            "purchases:read",
            "payments:read",
            "payments:confirm",
            "packages:read",
            "subscriptions:read",
            "invoices:read",
            "wallet:read",
            "wallet:recharge",
            "commissions:read",
            "commission-plans:read",
            "payouts:create",
            "payouts:read",
            "vouchers:redeem",
            "messages:read",
            "instances:read")),
    CUSTOMER(List.of(
            "messages:*",
            "instances:*",
            "contacts:*",
            "api-keys:*",
            "purchases:create",
            "purchases:read",
            "payments:read",
            "packages:read",
            "subscriptions:read",
            "invoices:read",
            "wallet:read",
            "wallet:recharge",
            "vouchers:redeem",
            "users:read"));

    private final List<String> permissions;

    BuiltInPermissionSet(List<String> permissions) {
        this.permissions = permissions;
    }

    public List<String> permissions() {
        return permissions;
    }

    /** What the first user of an account of this tier holds. */
    public static BuiltInPermissionSet of(Tier tier) {
        return switch (tier) {
            case OWNER -> SUPER_ADMIN;
            case SUBDEALER -> SUBDEALER;
            case CUSTOMER -> CUSTOMER;
            case EMPLOYEE -> throw new IllegalArgumentException("an employee's set is chosen, not given by the tier");
        };
    }

    private static List<String> readOfAllBut(String module) {
        return PermissionCatalogue.modules().stream()
                .filter(name -> !name.equals(module))
                .sorted()
                .map(name -> name + ":read")
                .toList();
    }
}
