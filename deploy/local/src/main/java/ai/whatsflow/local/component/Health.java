package ai.whatsflow.local.component;

/** Whether something does its work right now, with a few words when it does not. */
public record Health(boolean up, String detail) {

    public static final Health UP = new Health(true, "");

    public static Health down(String detail) {
        return new Health(false, detail);
    }
}
