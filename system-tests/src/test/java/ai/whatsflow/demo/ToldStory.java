package ai.whatsflow.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The demo as tests tell it, and what they need of its people afterwards. */
public final class ToldStory {

    private final Story story;
    private final String printed;
    private final int exitCode;

    private ToldStory(Story story, String printed, int exitCode) {
        this.story = story;
        this.printed = printed;
        this.exitCode = exitCode;
    }

    /** Tells the whole demo on the running platform. */
    public static ToldStory tell(Map<String, String> facts) {
        Story story = new Story(Place.fromEnvironment(facts));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = new Demo(Story.steps(), new PrintStream(out, true, StandardCharsets.UTF_8)).tell(story);
        return new ToldStory(story, out.toString(StandardCharsets.UTF_8), exitCode);
    }

    public int exitCode() {
        return exitCode;
    }

    public String printed() {
        return printed;
    }

    public String id(String name) {
        return story.id(name);
    }

    public String email(String who) {
        return story.email(who);
    }

    public String phone(int number) {
        return story.phone(number);
    }

    public String devicePhone(int number) {
        return story.devicePhone(number);
    }

    public Place place() {
        return story.place;
    }

    public Http http() {
        return story.http;
    }

    /** Follows the mailed link, chooses a password and signs in. */
    public void letIn(String who) {
        story.letIn(who);
    }

    public long simulatorCount(String sender, String name) {
        return story.counts(sender).path(name).asLong();
    }

    public String token(String who) {
        String value =
                who.equals("owner") ? story.owner.value() : story.person(who).value();
        return value.substring("Bearer ".length());
    }

    public Answer get(String who, String path) {
        return session(who).get(path);
    }

    public Answer post(String who, String path, Object body) {
        return session(who).post(path, body);
    }

    private Session session(String who) {
        return who.equals("owner") ? story.owner : story.person(who);
    }
}
