package ai.whatsflow.node.engine;

/** A text on its way out. Its string form leaves out what it says and to whom. */
public record OutgoingText(String whatsappId, String to, String text) {

    @Override
    public String toString() {
        return "OutgoingText[" + whatsappId + "]";
    }
}
