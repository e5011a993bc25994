package ai.whatsflow.instance.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStateTests {

    @ParameterizedTest
    @EnumSource(SessionState.class)
    void letsNoNodeBringBackWhatIsDeletedNorDelete(SessionState any) {
        assertThat(SessionState.DELETED.mayBecome(any)).isFalse();
        assertThat(any.mayBecome(SessionState.DELETED)).isFalse();
    }

    @Test
    void keepsTheLogOutWhenTheSessionStopsAfterwards() {
        assertThat(SessionState.LOGGED_OUT.mayBecome(SessionState.STOPPED)).isFalse();
        assertThat(SessionState.LOGGED_OUT.mayBecome(SessionState.QR)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionState.class,
            names = {"CREATED", "STARTING", "QR", "CONNECTING", "ONLINE", "RECONNECTING", "STOPPED"})
    void believesANodeOtherwise(SessionState from) {
        for (SessionState to : new SessionState[] {
            SessionState.STARTING,
            SessionState.QR,
            SessionState.CONNECTING,
            SessionState.ONLINE,
            SessionState.RECONNECTING,
            SessionState.LOGGED_OUT,
            SessionState.STOPPED
        }) {
            assertThat(from.mayBecome(to)).isTrue();
        }
        assertThat(from.mayBecome(SessionState.CREATED)).isFalse();
    }
}
