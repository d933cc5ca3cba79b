// Numbers of the statistics that are no settings, because what they mean is known by them. SQL shows them too.

/** The chance that a test of the planned sample shows the lift it was planned for: the field's convention. */
export const plannedPower = 0.8;

/** p below which GrowthBook, and this engine, call the split of the leads broken. */
export const mismatchP = 0.001;
