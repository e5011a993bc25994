package ai.whatsflow.demo;

import java.util.Map;

/** One step of the story. */
public interface Step {

    /** What happens, in one sentence. */
    String title();

    /** The literals that the facts have to equal; nothing here is computed. */
    Map<String, String> expected();

    /**
     * Makes it happen on the running platform.
     *
     * @throws StepFailure if the platform answers something else than the story says
     */
    Facts perform(Story story);
}
