package ai.whatsflow.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a step saw: facts that are checked against literals, and notes that are only told. */
public final class Facts {

    private final Map<String, String> checked = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** A fact with an expected value. */
    Facts saw(String fact, Object value) {
        checked.put(fact, String.valueOf(value));
        return this;
    }

    /** Something that differs from run to run: an id, a duration. */
    Facts note(String name, Object value) {
        notes.put(name, String.valueOf(value));
        return this;
    }

    public Map<String, String> checked() {
        return checked;
    }

    public Map<String, String> notes() {
        return notes;
    }
}
