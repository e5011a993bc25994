package ai.whatsflow.instance.instance;

import java.util.List;

/** Tells others what happened to instances. Called in the transaction that made it true, with the instances locked. */
public interface SessionFacts {

    void publish(List<SessionChanged> changes);
}
