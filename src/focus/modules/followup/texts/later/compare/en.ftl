compare-born = Born
compare-sex = Sex
compare-differs = differs
compare-unsaid = not said
compare-warnings = Warnings
compare-no-warnings = none so far
compare-open-label = Card of { $name } { $born }
compare-no-photo = no photo
