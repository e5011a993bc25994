package ai.whatsflow.node.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param report what the platform is told, or null when nothing changed for it */
record Transition(
        Phase next,
        List<Effect> effects,
        @Nullable SessionState report,
        @Nullable String reason) {

    static Transition to(Phase next, Effect... effects) {
        return new Transition(next, List.of(effects), null, null);
    }

    Transition reporting(SessionState state) {
        return new Transition(next, effects, state, null);
    }

    Transition reporting(SessionState state, String why) {
        return new Transition(next, effects, state, why);
    }
}
