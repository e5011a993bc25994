package ai.whatsflow.fault.invariant;

import java.util.List;

/** The last one who was registered while things broke got the mail, chooses a password and signs in. */
final class NewcomersGetIn implements Invariant {

    @Override
    public String sentence() {
        return "who was registered meanwhile signs in";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        int last = evidence.tally().newcomers().size() - 1;
        if (last >= 0) {
            evidence.market()
                    .story()
                    .welcome("newcomer" + last)
                    .get("/api/v1/me")
                    .expect(200);
        }
        return List.of();
    }
}
