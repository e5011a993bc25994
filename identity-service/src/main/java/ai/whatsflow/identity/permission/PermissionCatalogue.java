package ai.whatsflow.identity.permission;

import java.util.Map;
import java.util.Set;

/** Every permission that some service asks for. Append-only. */
public final class PermissionCatalogue {

    private static final Set<String> ACTIONS = Set.of("create", "read", "update", "delete");

    private static final Map<String, Set<String>> VERBS = Map.of(
            "payments", Set.of("confirm"),
            "payouts", Set.of("approve", "pay"),
            "servers", Set.of("maintain"),
            "wallet", Set.of("recharge"),
            "vouchers", Set.of("redeem"));

    private static final Set<String> MODULES = Set.of(
            "accounts",
            "users",
            "employees",
            "api-keys",
            "permission-sets",
            "packages",
            "subscriptions",
            "purchases",
            "payments",
            "wallet",
            "invoices",
            "ledger",
            "credit-limits",
            "vouchers",
            "voucher-batches",
            "redemptions",
            "commission-plans",
            "commissions",
            "payouts",
            "messages",
            "instances",
            "contacts",
            "servers");

    private PermissionCatalogue() {}

    public static Set<String> modules() {
        return MODULES;
    }

    /** Whether the text names permissions that exist; stars count. */
    public static boolean knows(String text) {
        return Permission.parse(text).filter(PermissionCatalogue::knows).isPresent();
    }

    private static boolean knows(Permission permission) {
        return switch (permission.module()) {
            case "*" ->
                permission.action().equals("*")
                        || ACTIONS.contains(permission.action())
                        || VERBS.values().stream().anyMatch(verbs -> verbs.contains(permission.action()));
            case String module
            when MODULES.contains(module) ->
                permission.action().equals("*")
                        || ACTIONS.contains(permission.action())
                        || VERBS.getOrDefault(module, Set.of()).contains(permission.action());
            default -> false;
        };
    }
}
