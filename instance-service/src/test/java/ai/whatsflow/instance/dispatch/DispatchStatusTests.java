package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchStatusTests {

    @ParameterizedTest
    @CsvSource({
        // from,    PENDING, EXPIRED, FAILED, SENT,  DELIVERED, READ
        "PENDING,   false,   true,    true,   true,  true,      true",
        "EXPIRED,   false,   false,   false,  true,  true,      true",
        "FAILED,    false,   false,   false,  true,  true,      true",
        "SENT,      false,   false,   false,  false, true,      true",
        "DELIVERED, false,   false,   false,  false, false,     true",
        "READ,      false,   false,   false,  false, false,     false"
    })
    void onlyRises(
            DispatchStatus from,
            boolean pending,
            boolean expired,
            boolean failed,
            boolean sent,
            boolean delivered,
            boolean read) {
        assertThat(new boolean[] {
                    from.mayBecome(DispatchStatus.PENDING),
                    from.mayBecome(DispatchStatus.EXPIRED),
                    from.mayBecome(DispatchStatus.FAILED),
                    from.mayBecome(DispatchStatus.SENT),
                    from.mayBecome(DispatchStatus.DELIVERED),
                    from.mayBecome(DispatchStatus.READ)
                })
                .containsExactly(pending, expired, failed, sent, delivered, read);
    }
}
