package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Basis;
import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.advice.Watch;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Unit;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.recommend.effect.SavedEffect;
import com.opsatc.process.recommend.effect.Taken;
import java.util.List;
import java.util.Optional;

/** Something that the figures of a process show and a lever might answer. */
interface Opportunity {
    Sign sign();

    /** The activities or the KPI. */
    List<String> subjects();

    Unit unit();

    Optional<Lever> lever(Levers levers);

    /** What it would save, where what is taken by others counts no more. */
    SavedEffect effect(Taken taken);

    /** Takes what it addresses, so that nothing after it does. */
    void take(Taken taken);

    EffectEnd conservative(SavedEffect effect, Lever lever);

    EffectEnd optimistic(SavedEffect effect, Lever lever);

    List<Basis> basis();

    /** What of it alone speaks against it, each a sentence. */
    List<String> against();

    /** Why another figure moves the other way, as a sentence; empty where none does. */
    Optional<String> contradiction();

    Watch watch(Lever lever);

    /** Writes the rows of its effect, or names those that are written. */
    Evidence evidence(Taken taken, String id, EvidenceSink sink);

    /** Frees what it kept. */
    default void release() {}
}
