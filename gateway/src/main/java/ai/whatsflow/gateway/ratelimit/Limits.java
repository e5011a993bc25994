package ai.whatsflow.gateway.ratelimit;

import ai.whatsflow.gateway.directory.Plans;
import ai.whatsflow.gateway.directory.User;
import ai.whatsflow.gateway.ratelimit.LimitSet.Limit;
import ai.whatsflow.gateway.ratelimit.LimitSet.Subject;
import ai.whatsflow.gateway.ratelimit.RateLimitProperties.Plan;
import ai.whatsflow.gateway.ratelimit.RateLimitProperties.RouteClass;
import ai.whatsflow.gateway.route.ApiRoute;
import ai.whatsflow.gateway.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which limits hold for whom on which route; everything is worked out at the start. */
@Component
final class Limits {

    /** The class of routes that add nothing to the limits of the plan. */
    private static final String STANDARD = "standard";

    private static final String STAFF_PLAN = "staff";
    private static final String DEALER_PLAN = "sub-dealer";

    private final Plans plans;
    private final Map<String, Map<String, LimitSet>> byPlanAndClass = new HashMap<>();
    private final Map<String, LimitSet> openByClass = new HashMap<>();

    Limits(RateLimitProperties properties, RouteTable routes, Plans plans) {
        this.plans = plans;
        routes.routes().stream().map(ApiRoute::rate).distinct().forEach(name -> {
            RouteClass routeClass = properties.classes().get(name);
            if (routeClass == null && name.equals(STANDARD)) {
                routeClass = new RouteClass(null, null);
            }
            if (routeClass == null) {
                throw new IllegalArgumentException("gateway.rate-limit.classes." + name + " is not set");
            }
            openByClass.put(name, open(name, routeClass));
            RouteClass ofRoute = routeClass;
            properties
                    .plans()
                    .forEach((plan, limits) -> byPlanAndClass
                            .computeIfAbsent(plan, first -> new HashMap<>())
                            .put(name, signedIn(plan, limits, name, ofRoute)));
        });
    }

    /** @param user null on a route that is open to anyone */
    LimitSet of(ApiRoute route, @Nullable User user) {
        LimitSet found =
                user == null ? openByClass.get(route.rate()) : plan(user).get(route.rate());
        if (found == null) {
            throw new IllegalStateException("No limits of " + route.rate());
        }
        return found;
    }

    private Map<String, LimitSet> plan(User user) {
        String name = switch (user.tier()) {
            case OWNER, EMPLOYEE -> STAFF_PLAN;
            case SUBDEALER -> DEALER_PLAN;
            case CUSTOMER -> plans.of(user.accountId());
        };
        Map<String, LimitSet> found = name == null ? null : byPlanAndClass.get(name);
        if (found == null) {
            found = byPlanAndClass.get(RateLimitProperties.DEFAULT_PLAN);
        }
        return found == null ? Map.of() : found;
    }

    private static LimitSet signedIn(String plan, Plan limits, String className, RouteClass routeClass) {
        List<Limit> list = new ArrayList<>();
        Quota ofClass = routeClass.account();
        if (ofClass != null) {
            list.add(new Limit("class:" + className, className, Subject.ACCOUNT, ofClass));
        }
        list.add(new Limit("caller:" + plan, "caller", Subject.CALLER, limits.caller()));
        list.add(new Limit("account:" + plan, "account", Subject.ACCOUNT, limits.account()));
        return LimitSet.of(list);
    }

    private static LimitSet open(String className, RouteClass routeClass) {
        Quota quota = routeClass.address();
        return quota == null
                ? LimitSet.of(List.of())
                : LimitSet.of(List.of(new Limit("address:" + className, className, Subject.ADDRESS, quota)));
    }
}
