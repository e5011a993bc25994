package ai.whatsflow.instance.dispatch;

import java.util.List;

/** Tells others what became of messages. Called in the transaction that recorded it. */
public interface DispatchOutcomes {

    void publish(List<DispatchOutcome> outcomes);
}
