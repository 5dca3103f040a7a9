#include "replay/views/all_views.h"

#include "replay/views/volume.h"

namespace sinetti {

std::vector<const ViewDefinition*> AllViews() {
  return {
      &VolumeView(),
  };
}

}  // namespace sinetti
