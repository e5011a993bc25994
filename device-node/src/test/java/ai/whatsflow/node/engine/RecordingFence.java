package ai.whatsflow.node.engine;

import org.jspecify.annotations.Nullable;

/** A fence that keeps what was saved and answers as it is told. */
public final class RecordingFence implements Fence {

    private byte @Nullable [] saved;
    private Save answer = Save.SAVED;
    private boolean holds = true;
    private int saves;
    private int attempts;

    @Override
    public synchronized boolean holds() {
        return holds;
    }

    @Override
    public synchronized Save save(byte[] state) {
        attempts++;
        if (answer == Save.SAVED) {
            saved = state.clone();
            saves++;
        }
        return answer;
    }

    public synchronized byte @Nullable [] saved() {
        return saved;
    }

    synchronized int saves() {
        return saves;
    }

    synchronized int attempts() {
        return attempts;
    }

    public synchronized void answer(Save next) {
        answer = next;
    }

    public synchronized void hold(boolean held) {
        holds = held;
    }
}
